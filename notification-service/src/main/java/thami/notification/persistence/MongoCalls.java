package thami.notification.persistence;

import org.springframework.data.repository.Repository;
import thami.notification.Call;
import thami.notification.CallId;
import thami.notification.Calls;

interface MongoCalls extends Calls, Repository<Call, CallId> {}
