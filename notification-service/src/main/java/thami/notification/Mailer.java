package thami.notification;

/// Hands mails to the mail server.
public interface Mailer {

    /// Within a finite time; never throws for what a mail server can do.
    Delivery send(Mail mail);

    /// Whether it makes sense to try now. While it does not, nothing is claimed and no attempt is counted.
    boolean isReady();

    /// Whether, after trouble, a single mail is to show how things are. Until it has, any other would be sent back.
    default boolean isOnTrial() {
        return false;
    }
}
