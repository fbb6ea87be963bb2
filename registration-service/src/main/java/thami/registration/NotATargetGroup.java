package thami.registration;

/// The call is for others than those the applicant counts themselves to.
public final class NotATargetGroup extends RuntimeException {

    NotATargetGroup(CallId call, String targetGroup) {
        super(call + " is not for " + targetGroup);
    }
}
