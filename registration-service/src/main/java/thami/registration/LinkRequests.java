package thami.registration;

import java.util.List;

/// Requests for links that nobody has looked at yet, at most one per mailbox.
public interface LinkRequests {

    LinkRequest save(LinkRequest request);

    /// The next hundred.
    List<LinkRequest> findTop100By();

    void delete(LinkRequest request);
}
