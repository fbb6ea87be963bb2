package thami.notification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class InMemoryRecipients implements Recipients {

    private final Map<RecipientId, Recipient> stored = new LinkedHashMap<>();
    private final Copies<Recipient> copies = new Copies<>(Recipient.class);

    @Override
    public Optional<Recipient> findById(RecipientId id) {
        return Optional.ofNullable(stored.get(id)).map(copies::of);
    }

    @Override
    public Optional<Recipient> findByReference(String reference) {
        return stored.values().stream()
                .filter(each -> each.reference().filter(reference::equals).isPresent())
                .findFirst()
                .map(copies::of);
    }

    @Override
    public List<Recipient> findByIdIn(Collection<RecipientId> ids) {
        return stored.values().stream()
                .filter(each -> ids.contains(each.id()))
                .map(copies::of)
                .toList();
    }

    @Override
    public List<Recipient> findByCall(CallId call) {
        return stored.values().stream()
                .filter(each -> each.call().filter(call::equals).isPresent())
                .map(copies::of)
                .toList();
    }

    void forget(RecipientId id) {
        stored.remove(id);
    }

    @Override
    public Recipient save(Recipient recipient) {
        copies.checkVersion(recipient, stored.get(recipient.id()));
        stored.put(recipient.id(), copies.of(recipient));
        return recipient;
    }
}
