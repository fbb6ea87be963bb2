package thami.registration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;

/// The page for whoever answers the telephone.
@ComponentTest
class FindingTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    private final UUID key = UUID.randomUUID();
    private final String reference = Reference.of(new ApplicationId(key)).value();
    private MockMvc pages;
    private UUID call;

    @BeforeEach
    void someoneHasApplied(@Autowired WebApplicationContext context) {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var doors = new Doors(http, neighbours);
        call = doors.openCall();
        doors.apply(key, Doors.submission(call));
    }

    @Test
    void anApplicationIsFoundHoweverItsReferenceWasNotedDown() throws Exception {
        var noted = reference.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');

        pages.perform(as("ADMISSIONS", search(noted)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reference)))
                .andExpect(content().string(containsString("Bewerbung eingegangen")));
    }

    @Test
    void aCancelledCohortIsSeenAsTheApplicantSeesIt() throws Exception {
        neighbours.publish(
                Example.of("cohort/cohort-cancelled.v1").about(call, 4).with("cohortId", call.toString()));
        neighbours.awaitQuiet();

        pages.perform(as("ADMISSIONS", search(reference)))
                .andExpect(content().string(containsString("Dieser Jahrgang wurde abgesagt")))
                .andExpect(content().string(containsString("ThAMI plus 2026")))
                .andExpect(content().string(not(containsString("Entscheidung über Ihre Bewerbung"))));
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws Exception {
        pages.perform(as("ADMISSIONS", search("<b>00000-00000</b>")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("gibt es keine Bewerbung")))
                .andExpect(content().string(not(containsString("<b>00000"))));
    }

    @Test
    void othersMayNotLook() throws Exception {
        pages.perform(as("TRAINER", search(reference))).andExpect(status().isForbidden());
        pages.perform(search(reference)).andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder search(String reference) {
        return get("/staff/registration").param("reference", reference);
    }

    private static MockHttpServletRequestBuilder as(String role, MockHttpServletRequestBuilder request) {
        return request.with(oidcLogin()
                .idToken(token -> token.issuedAt(Instant.now()))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
