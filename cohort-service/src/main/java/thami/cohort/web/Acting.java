package thami.cohort.web;

import java.util.List;
import thami.cohort.StaffMember;
import thami.web.Staff;

/// In what capacity somebody acts: the role that opened the door.
final class Acting {

    private Acting() {}

    static StaffMember inAdmissions(Staff staff) {
        return as(staff, List.of(CohortAccess.ADMISSIONS));
    }

    static StaffMember recording(Staff staff) {
        return as(staff, List.of(CohortAccess.TRAINER, CohortAccess.COURSE_MANAGEMENT));
    }

    private static StaffMember as(Staff staff, List<String> roles) {
        var role = roles.stream().filter(staff::has).findFirst().orElse(roles.getFirst());
        return new StaffMember(staff.issuer(), staff.subject(), staff.name(), role);
    }
}
