package thami.notification.persistence;

import org.springframework.data.repository.Repository;
import thami.notification.Recipient;
import thami.notification.RecipientId;
import thami.notification.Recipients;

interface MongoRecipients extends Recipients, Repository<Recipient, RecipientId> {}
