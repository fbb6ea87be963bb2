package thami.notification;

import java.util.UUID;
import thami.delivery.Identifier;

public record CertificateId(UUID value) implements Identifier {}
