package thami.notification;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import thami.delivery.StoreReadiness;

/// The service, with a mailer that ends the process as soon as the mail server has said yes.
final class Crashing {

    static final NotificationId FACT = Samples.id(1);

    @Bean
    @Primary
    Mailer haltingMailer(@Qualifier("guardedMailer") Mailer mailer) {
        return new Mailer() {
            @Override
            public Delivery send(Mail mail) {
                var delivery = mailer.send(mail);
                if (delivery instanceof Delivery.Accepted) Runtime.getRuntime().halt(137);
                return delivery;
            }

            @Override
            public boolean isReady() {
                return mailer.isReady();
            }
        };
    }

    static void main(String[] arguments) throws InterruptedException {
        var service = CrashTest.service(Crashing.class).run();
        while (!service.getBean(StoreReadiness.class).isReady()) Thread.onSpinWait();
        service.getBean(UpdateCall.class).update(Samples.NEWS);
        service.getBean(IntroduceRecipient.class)
                .introduce(Samples.SULE, new Person("Şule", arguments[0], Language.DE), Samples.CALL, "R", 1);
        service.getBean(NotifyRecipient.class).of(Samples.ADMITTED, FACT, Samples.SULE);
        Thread.currentThread().join(); // until it is halted
    }
}
