package thami.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The mails of a folder, one `.eml` file each, in the order of their arrival.
final class Mailbox {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;
    private final ConcurrentSkipListMap<String, Mail> mails = new ConcurrentSkipListMap<>();

    Mailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".eml"))
                        .map(name -> name.substring(0, name.length() - ".eml".length()))
                        .filter(id -> ID.matcher(id).matches())
                        .forEach(id -> mails.put(id, Mail.parse(id, read(id))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!mails.isEmpty()) last.set(Long.parseLong(mails.lastKey(), 16));
    }

    /// Keeps a message; when this returns, it is in its file as a whole.
    void add(String from, List<String> recipients, byte[] message) throws IOException {
        var id = nextId();
        var envelope = "Return-Path: <%s>\r\n".formatted(from)
                + recipients.stream()
                        .map(recipient -> Mail.RECIPIENT_HEADER + ": " + recipient + "\r\n")
                        .collect(Collectors.joining());
        var head = envelope.getBytes(StandardCharsets.UTF_8);
        var eml = new byte[head.length + message.length];
        System.arraycopy(head, 0, eml, 0, head.length);
        System.arraycopy(message, 0, eml, head.length, message.length);
        var mail = Mail.parse(id, eml);
        var unfinished = folder.resolve(id + ".part");
        try {
            Files.write(unfinished, eml);
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        mails.put(id, mail);
    }

    /// The newest first.
    List<Mail> newest(int limit) {
        return mails.descendingMap().values().stream().limit(limit).toList();
    }

    List<Mail> newestTo(String address, int limit) {
        return mails.descendingMap().values().stream()
                .filter(mail -> mail.isTo(address))
                .limit(limit)
                .toList();
    }

    List<Mail> all() {
        return new ArrayList<>(mails.values());
    }

    int size() {
        return mails.size();
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    Optional<byte[]> source(String id) {
        return find(id).map(mail -> read(mail.id()));
    }

    private String nextId() {
        return "%016x".formatted(last.updateAndGet(before -> Math.max(before + 1, clock.millis() << 16)));
    }

    private byte[] read(String id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
