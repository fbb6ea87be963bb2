package thami.cohort.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thami.web.StaffMenu;

/// The sections of our pages for staff.
@Configuration(proxyBeanMethods = false)
class CohortMenu {

    @Bean
    StaffMenu staffMenu() {
        return StaffMenu.of(
                new StaffMenu.Item("/staff/cohort", "menu.start"),
                new StaffMenu.Item("/staff/cohort/queue", "menu.queue", "/staff/cohort/candidates"),
                new StaffMenu.Item("/staff/cohort/cohorts", "menu.cohorts", "/staff/cohort/participants"));
    }
}
