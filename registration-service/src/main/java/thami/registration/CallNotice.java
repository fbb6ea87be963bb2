package thami.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is announced about a call: whom it is for, when and where, and until when one may apply.
///
/// @param targetGroups codes; cohort-service may add some that are not known here
/// @param closesAt the first instant at which it is too late
/// @param fee absent if taking part is free or the fee is not settled
/// @param sample invented for a demonstration, and labelled so wherever it is shown
public record CallNotice(
        Text title,
        Programme programme,
        List<String> targetGroups,
        Instant opensAt,
        Instant closesAt,
        LocalDate startsOn,
        LocalDate endsOn,
        String place,
        @Nullable Money fee,
        int seats,
        boolean sample) {

    public CallNotice {
        targetGroups = List.copyOf(targetGroups);
    }
}
