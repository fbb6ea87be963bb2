package thami.delivery;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.json.JsonMapper;

/// Turns a raised event into what will be sent, by the one `Announcements` bean of its sealed interface.
final class Announcer {

    private final Map<Class<?>, Announcements<?>> byInterface;
    private final Map<Class<?>, Announcements<?>> byEvent = new ConcurrentHashMap<>();
    private final JsonMapper json;

    Announcer(List<Announcements<?>> all, JsonMapper json) {
        this.byInterface = all.stream().collect(Collectors.toMap(Announcer::announced, announcements -> announcements));
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(
                        properties -> properties.withValueInclusion(Include.NON_NULL)) // not known: absent
                .build();
    }

    Outgoing outgoing(Object event) {
        var announcements = byEvent.computeIfAbsent(event.getClass(), this::announcementsOf);
        var announcement = announce(announcements, event);
        return new Outgoing(
                announcements.topic(),
                0,
                announcement.type(),
                announcement.at().truncatedTo(ChronoUnit.MILLIS),
                json.writeValueAsString(announcement.payload()),
                TraceParent.current());
    }

    @SuppressWarnings("unchecked") // byEvent pairs an event with the announcements of its own interface
    private static <E> Announcement announce(Announcements<?> announcements, E event) {
        return ((Announcements<E>) announcements).of(event);
    }

    private Announcements<?> announcementsOf(Class<?> event) {
        return byInterface.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(event))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody announces " + event.getName()));
    }

    private static Class<?> announced(Announcements<?> announcements) {
        var event = ResolvableType.forInstance(announcements)
                .as(Announcements.class)
                .getGeneric()
                .resolve();
        if (event == null)
            throw new IllegalStateException(
                    announcements.getClass().getName() + " does not say whose events it announces");
        return event;
    }
}
