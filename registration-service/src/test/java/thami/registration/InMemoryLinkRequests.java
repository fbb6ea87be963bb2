package thami.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class InMemoryLinkRequests implements LinkRequests {

    private final Map<String, LinkRequest> stored = new LinkedHashMap<>();

    @Override
    public LinkRequest save(LinkRequest request) {
        stored.put(request.mailbox(), request);
        return request;
    }

    @Override
    public List<LinkRequest> findTop100By() {
        return stored.values().stream().limit(100).toList();
    }

    @Override
    public void delete(LinkRequest request) {
        stored.remove(request.mailbox());
    }
}
