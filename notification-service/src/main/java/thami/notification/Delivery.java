package thami.notification;

/// What became of one attempt to hand a mail to the mail server.
public sealed interface Delivery {

    /// What the mail server said, or what happened, in a line for staff.
    String answer();

    /// Whether no other mail could have been sent either.
    default boolean holdsUpAll() {
        return false;
    }

    /// The mail server took it over. Whether it reaches the mailbox is not known.
    record Accepted(String answer) implements Delivery {}

    /// A final no to this mail (550, 552, 553 … to its recipient or content), or an address that no mail can be sent
    /// to.
    record Refused(String answer) implements Delivery {}

    /// Not now, for this mail (450, 451, 452), or a no to its recipient that may mean us (5.7.1 relay access denied).
    record Postponed(String answer) implements Delivery {}

    /// The connection was lost, or the server silent, after the mail had been handed over: taken or not, nobody knows.
    /// Sent again as the same mail, but not without end.
    record Unclear(String answer) implements Delivery {}

    /// Not now, for any mail: no connection, 421, a time-out, or too many failures just before.
    record Unreachable(String answer) implements Delivery {
        @Override
        public boolean holdsUpAll() {
            return true;
        }
    }

    /// The mail server does not accept our login (535) or us as a sender (5xx to MAIL FROM): nothing can be sent until
    /// somebody repairs it.
    record LockedOut(String answer) implements Delivery {
        @Override
        public boolean holdsUpAll() {
            return true;
        }
    }
}
