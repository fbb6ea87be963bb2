package thami.cohort.web;

import java.util.Locale;
import thami.cohort.planning.PlanFlaw;

/// Which field a flaw of a plan is shown at.
final class PlanFlaws {

    private PlanFlaws() {}

    static String field(PlanFlaw flaw) {
        return switch (flaw) {
            case CLOSES_BEFORE_IT_OPENS -> "closesAt";
            case ENDS_BEFORE_IT_STARTS -> "endsOn";
            case SEATS_OUT_OF_RANGE -> "seats";
            case NO_TARGET_GROUP -> "targetGroups";
            case NO_MODULE, MODULE_TWICE -> "modules";
        };
    }

    static String code(PlanFlaw flaw) {
        return "plan." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
