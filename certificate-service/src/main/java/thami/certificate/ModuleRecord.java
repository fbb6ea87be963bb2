package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last that is known of one module of one person: completed, or corrected back to not completed.
///
/// @param sequence the place of this fact among those of its participation; the highest one holds
/// @param completedOn absent when a completion was taken back
/// @param by who recorded or corrected it
public record ModuleRecord(
        UUID module, long sequence, @Nullable LocalDate completedOn, Actor by, Instant recordedAt) {

    public static ModuleRecord completed(UUID module, long sequence, LocalDate on, Actor by, Instant at) {
        return new ModuleRecord(module, sequence, on, by, at);
    }

    public static ModuleRecord corrected(UUID module, long sequence, Actor by, Instant at) {
        return new ModuleRecord(module, sequence, null, by, at);
    }

    public boolean isCompleted() {
        return completedOn != null;
    }
}
