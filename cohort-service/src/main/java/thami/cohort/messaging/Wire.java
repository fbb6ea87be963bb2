package thami.cohort.messaging;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import thami.cohort.StaffMember;
import thami.cohort.participation.Recorder;

/// Shapes that several of our events share on the wire.
final class Wire {

    private Wire() {}

    record Title(String de, String en) {
        static Title of(thami.cohort.planning.Title title) {
            return new Title(title.de(), title.en());
        }
    }

    record Programme(String code, String title) {
        static Programme of(thami.cohort.planning.Programme programme) {
            return new Programme(programme.code(), programme.title());
        }
    }

    record Fee(BigDecimal amount, String currency) {
        static @Nullable Fee of(thami.cohort.planning.@Nullable Fee fee) {
            return fee == null ? null : new Fee(fee.amount(), fee.currency());
        }
    }

    /// Who decided, and in what role.
    record DecidedBy(String issuer, String sub, String role) {
        static DecidedBy of(StaffMember member) {
            return new DecidedBy(member.issuer(), member.subject(), member.role());
        }
    }

    /// Who acted: as much as the rule of four eyes compares.
    record Person(String issuer, String sub) {
        static Person of(StaffMember member) {
            return new Person(member.issuer(), member.subject());
        }

        static Person of(Recorder recorder) {
            return new Person(recorder.issuer(), recorder.subject());
        }

        Recorder recorder() {
            return new Recorder(issuer, sub);
        }
    }
}
