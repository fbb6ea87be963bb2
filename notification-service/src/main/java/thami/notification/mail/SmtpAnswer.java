package thami.notification.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import thami.notification.Delivery;

/// What an exception of the mail library says about the mail: the server's own code decides, not the
/// exception's class.
final class SmtpAnswer {

    private static final Pattern CODE = Pattern.compile("(?m)^([245]\\d\\d)[ -]");
    private static final Pattern OF_SENDER_OR_POLICY = Pattern.compile("5\\d\\d[ -]5\\.(7\\.\\d+|1\\.[78])\\b");
    private static final int LONGEST = 300;
    private static final int NONE = -1;
    private static final int TOO_BIG = 552;

    private SmtpAnswer() {}

    /// Nobody greeted us, or our login was not taken.
    static Delivery ofConnecting(MessagingException failure) {
        var said = line(said(failure));
        var isFinal = code(failure) == NONE || code(failure) >= 500;
        return failure instanceof AuthenticationFailedException && isFinal
                ? new Delivery.LockedOut(said)
                : new Delivery.Unreachable(said);
    }

    /// A final no to the sender means every mail, and us: none is given up for it. To the recipient or the content it
    /// means this one, unless it says otherwise.
    ///
    /// @param contentSent whether the mail may have reached the server as a whole
    static Delivery ofSending(MessagingException failure, boolean contentSent) {
        var said = line(said(failure));
        var code = code(failure);
        return switch (code) {
            case NONE -> contentSent ? new Delivery.Unclear(said) : new Delivery.Unreachable(said);
            case 421 -> new Delivery.Unreachable(said);
            case 530, 534, 535, 538 -> new Delivery.LockedOut(said);
            default -> ofAnswer(failure, code, said);
        };
    }

    private static Delivery ofAnswer(MessagingException failure, int code, String said) {
        if (code < 500 || isPerhapsAboutUs(failure, said)) return new Delivery.Postponed(said);
        return isAboutUs(failure, code) ? new Delivery.LockedOut(said) : new Delivery.Refused(said);
    }

    /// The sender's command tells the mail's size too.
    private static boolean isAboutUs(MessagingException failure, int code) {
        return failure instanceof SMTPSendFailedException sending
                && sending.getCommand().startsWith("MAIL FROM:")
                && code != TOO_BIG;
    }

    /// Postfix keeps to itself what it has against our sender or against relaying for us until it is told a recipient
    /// (`smtpd_delay_reject`). Only the enhanced code (RFC 3463) tells that from a no to the recipient, and not for
    /// sure: so the mail is not given up, and the others are not paused.
    private static boolean isPerhapsAboutUs(MessagingException failure, String said) {
        return isToRecipient(failure) && OF_SENDER_OR_POLICY.matcher(said).lookingAt();
    }

    private static boolean isToRecipient(MessagingException failure) {
        for (var each = failure; each != null; each = next(each))
            if (each instanceof SMTPAddressFailedException) return true;
        return false;
    }

    static String line(@Nullable String text) {
        var line = PlainLine.of(text == null ? "" : text);
        return line.substring(0, line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), LONGEST)));
    }

    private static int code(MessagingException failure) {
        var code = NONE;
        for (var each = failure; each != null; each = next(each)) {
            code = switch (each) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> code;
            };
        }
        return code == NONE ? codeIn(failure.getMessage()) : code;
    }

    private static int codeIn(@Nullable String message) {
        var found = CODE.matcher(message == null ? "" : message);
        return found.find() ? Integer.parseInt(found.group(1)) : NONE;
    }

    /// The innermost words: the server's, where it said any.
    private static @Nullable String said(MessagingException failure) {
        var said = failure.getMessage();
        for (var each = next(failure); each != null; each = next(each)) said = each.getMessage();
        return said;
    }

    private static @Nullable MessagingException next(MessagingException failure) {
        return failure.getNextException() instanceof MessagingException next ? next : null;
    }
}
