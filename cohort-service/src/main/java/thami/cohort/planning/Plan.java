package thami.cohort.planning;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything about a cohort that staff decide. All of it is data: nothing of it is built into the software.
///
/// @param targetGroups codes of the groups the call is addressed to
/// @param fee absent: taking part is free, or the price is not known yet
/// @param sample invented for a demo; says so wherever it appears
public record Plan(
        Title title,
        Programme programme,
        List<String> targetGroups,
        Window window,
        Period period,
        String place,
        @Nullable Fee fee,
        int seats,
        Curriculum curriculum,
        boolean sample) {

    /// Most seats a cohort can have. An intake holds at most 1,000 decisions, and a cohort is a course, not a crowd.
    public static final int MOST_SEATS = 500;

    public Plan {
        targetGroups = List.copyOf(targetGroups);
    }

    Set<PlanFlaw> flaws() {
        var flaws = EnumSet.noneOf(PlanFlaw.class);
        if (!window.isInOrder()) flaws.add(PlanFlaw.CLOSES_BEFORE_IT_OPENS);
        if (!period.isInOrder()) flaws.add(PlanFlaw.ENDS_BEFORE_IT_STARTS);
        if (seats < 1 || seats > MOST_SEATS) flaws.add(PlanFlaw.SEATS_OUT_OF_RANGE);
        if (targetGroups.isEmpty()) flaws.add(PlanFlaw.NO_TARGET_GROUP);
        if (curriculum.modules().isEmpty()) flaws.add(PlanFlaw.NO_MODULE);
        if (curriculum.namesAModuleTwice()) flaws.add(PlanFlaw.MODULE_TWICE);
        return flaws;
    }

    /// What people applied to must not change under them: what they have to complete, and by which rules.
    boolean leavesFoundationsOf(Plan earlier) {
        return !curriculum.equals(earlier.curriculum)
                || !programme.equals(earlier.programme)
                || sample != earlier.sample;
    }
}
