package thami.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import thami.notification.Notification;
import thami.notification.NotificationId;
import thami.notification.Notifications.Selection;
import thami.notification.ReadNotifications;
import thami.notification.RecipientId;
import thami.notification.ResendNotification;
import thami.notification.StaffMember;
import thami.web.Staff;

/// Notifications for programs.
@RestController
class NotificationController {

    private final ReadNotifications read;
    private final ResendNotification resend;

    NotificationController(ReadNotifications read, ResendNotification resend) {
        this.read = read;
        this.resend = resend;
    }

    @GetMapping("/api/notifications")
    Page list(
            @RequestParam @Nullable UUID recipient,
            @RequestParam Notification.@Nullable State state,
            @RequestParam @Nullable Cursor after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        var selection = new Selection(
                recipient == null ? null : new RecipientId(recipient), state, after == null ? null : after.position());
        var page = read.list(selection, limit);
        return new Page(
                NotificationLine.of(page),
                page.next().map(next -> new Cursor(next).toString()).orElse(null));
    }

    @GetMapping("/api/notifications/{id}")
    ResponseEntity<NotificationView> show(@PathVariable UUID id) {
        return answer(ResponseEntity.ok(), id);
    }

    /// Orders a new sending; it is under way when this answers.
    @PostMapping("/api/notifications/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED) // for OpenAPI
    ResponseEntity<NotificationView> resend(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody Order order,
            Staff staff) {
        if (seen != null)
            Seen.check(seen, read.open(new NotificationId(id)).notification().version());
        resend.resend(new NotificationId(id), member(staff), order.reason().strip());
        return answer(ResponseEntity.accepted(), id);
    }

    static StaffMember member(Staff staff) {
        return new StaffMember(staff.issuer(), staff.subject(), staff.name());
    }

    private ResponseEntity<NotificationView> answer(ResponseEntity.BodyBuilder status, UUID id) {
        var opened = read.open(new NotificationId(id));
        return status.eTag(Seen.tag(opened.notification().version())).body(NotificationView.of(opened));
    }

    /// @param next what to ask for as `after`, absent on the last page
    record Page(List<NotificationLine> items, @Nullable String next) {}

    /// @param reason why it is sent again; kept, and shown to staff
    record Order(@NotBlank @Size(max = 500) String reason) {}
}
