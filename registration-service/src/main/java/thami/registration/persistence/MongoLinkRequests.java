package thami.registration.persistence;

import org.springframework.data.repository.Repository;
import thami.registration.LinkRequest;
import thami.registration.LinkRequests;

/// Spring Data writes everything.
interface MongoLinkRequests extends LinkRequests, Repository<LinkRequest, String> {}
