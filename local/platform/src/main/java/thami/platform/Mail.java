package thami.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// One mail as it arrived: what its reader sees, and the recipients of the envelope (not of the header, which may lie).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mail(
        String id,
        @Nullable String messageId,
        String from,
        List<String> to,
        String subject,
        @Nullable Instant date,
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable String html) {

    /// Written by the sink above the message itself, one for each recipient of the envelope.
    static final String RECIPIENT_HEADER = "Delivered-To";

    private static final Session SESSION = Session.getInstance(new Properties());

    static Mail parse(String id, byte[] eml) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(eml));
            return new Mail(
                    id,
                    message.getMessageID(),
                    decoded(message.getHeader("From", ", ")),
                    List.of(orEmpty(message.getHeader(RECIPIENT_HEADER))),
                    decoded(message.getHeader("Subject", " ")),
                    message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                    headers(message),
                    find(message, "text/plain"),
                    find(message, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail: " + id, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(decoded(header.getValue()));
        }
        return headers;
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) return text;
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (BodyPart inner : bodyParts(parts)) {
                var found = find(inner, type);
                if (found != null) return found;
            }
        }
        return null;
    }

    private static List<BodyPart> bodyParts(Multipart parts) throws MessagingException {
        var all = new ArrayList<BodyPart>();
        for (int i = 0; i < parts.getCount(); i++) all.add(parts.getBodyPart(i));
        return all;
    }

    private static String decoded(@Nullable String header) throws IOException {
        return header == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(header));
    }

    private static String[] orEmpty(String @Nullable [] values) {
        return values == null ? new String[0] : Arrays.copyOf(values, values.length);
    }
}
