package thami.notification;

class InMemoryRecipientsTest extends RecipientsTest {

    private final InMemoryRecipients recipients = new InMemoryRecipients();

    @Override
    protected Recipients recipients() {
        return recipients;
    }
}
