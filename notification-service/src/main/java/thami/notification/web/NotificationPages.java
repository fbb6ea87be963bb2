package thami.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import thami.notification.Letter;
import thami.notification.NoSuchNotification;
import thami.notification.Notification;
import thami.notification.NotificationId;
import thami.notification.Notifications.Selection;
import thami.notification.ReadNotifications;
import thami.notification.RecipientId;
import thami.notification.ResendNotification;
import thami.web.Staff;

/// The list of messages, and the single message with its exact text.
@Controller
class NotificationPages {

    private static final int LINES = 25;
    private static final String LIST = "/staff/notification";

    private final ReadNotifications read;
    private final ResendNotification resend;

    NotificationPages(ReadNotifications read, ResendNotification resend) {
        this.read = read;
        this.resend = resend;
    }

    /// What the list shows: everything, or the messages to one person, in one state.
    ///
    /// @param q an id or a reference
    record Filter(@Nullable String q, Notification.@Nullable State state) {

        public boolean isEmpty() { // templates see public methods only
            return (q == null || q.isBlank()) && state == null;
        }

        String address(@Nullable Cursor after) {
            var address = UriComponentsBuilder.fromPath(LIST);
            if (q != null && !q.isBlank()) address.queryParam("q", "{q}");
            if (state != null) address.queryParam("state", state);
            if (after != null) address.queryParam("after", after);
            return q == null
                    ? address.toUriString()
                    : address.encode().buildAndExpand(q).toUriString();
        }
    }

    /// @param reason why it is sent again
    record Order(@NotBlank @Size(max = 500) @Nullable String reason) {}

    @GetMapping(LIST)
    String list(
            @RequestParam @Nullable String q,
            @RequestParam Notification.@Nullable State state,
            @RequestParam @Nullable Cursor after,
            Model model) {
        var filter = new Filter(q, state);
        var recipient = recipient(q);
        var position = after == null ? null : after.position();
        var page = q != null && !q.isBlank() && recipient.isEmpty()
                ? ReadNotifications.Page.empty()
                : read.list(new Selection(recipient.orElse(null), state, position), LINES);
        model.addAttribute("filter", filter);
        model.addAttribute("states", Notification.State.values());
        model.addAttribute("items", NotificationLine.of(page));
        model.addAttribute("first", after == null ? null : filter.address(null));
        model.addAttribute(
                "next",
                page.next().map(next -> filter.address(new Cursor(next))).orElse(null));
        return "notification/list";
    }

    private Optional<RecipientId> recipient(@Nullable String q) {
        if (q == null || q.isBlank()) return Optional.empty();
        try {
            return Optional.of(new RecipientId(UUID.fromString(q.strip())));
        } catch (IllegalArgumentException notAnId) {
            return read.findByReference(plain(q));
        }
    }

    /// However it was noted: without the hyphen, in small letters, with O for 0 and I or L for 1.
    private static String plain(String noted) {
        var plain = noted.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return plain.length() == 10 ? plain.substring(0, 5) + "-" + plain.substring(5) : noted.strip();
    }

    @GetMapping(LIST + "/messages/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("order", new Order(null));
        return page(id, model);
    }

    private String page(UUID id, Model model) {
        var opened = read.open(new NotificationId(id));
        model.addAttribute("message", NotificationView.of(opened));
        model.addAttribute("canBeSentAgain", opened.notification().hasFinalAnswer());
        return "notification/message";
    }

    /// The HTML as the person got it: no script, nothing loaded, apart from the rest of the site.
    @GetMapping(LIST + "/messages/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        var letter = read.open(new NotificationId(id)).letter();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .body(letter.map(Letter::html).orElseThrow(() -> new NoSuchNotification(new NotificationId(id))));
    }

    @PostMapping(LIST + "/messages/{id}/resend")
    String resend(
            @PathVariable UUID id,
            @Valid @ModelAttribute("order") Order order,
            BindingResult checked,
            Staff staff,
            Model model) {
        if (checked.hasErrors() || order.reason() == null) {
            return page(id, model);
        }
        resend.resend(
                new NotificationId(id),
                NotificationController.member(staff),
                order.reason().strip());
        return "redirect:" + address(id) + "?resent";
    }

    private static String address(UUID id) {
        return LIST + "/messages/" + id;
    }
}
