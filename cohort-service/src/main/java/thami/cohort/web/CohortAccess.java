package thami.cohort.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thami.web.Access;

/// Who may do what in cohort-service.
@Configuration(proxyBeanMethods = false)
class CohortAccess {

    static final String ADMISSIONS = "admissions";
    static final String COURSE_MANAGEMENT = "course-management";
    static final String TRAINER = "trainer";
    private static final String AUDIT = "audit";
    private static final String OPERATIONS = "operations";

    @Bean
    Access access() {
        return pages(api(Access.rules()));
    }

    private static Access api(Access access) {
        return access.on(GET, "/api/cohorts", "/api/cohorts/{id}")
                .roles(ADMISSIONS, COURSE_MANAGEMENT, TRAINER, AUDIT)
                .on(POST, "/api/cohorts")
                .roles(COURSE_MANAGEMENT)
                .on(PUT, "/api/cohorts/{id}")
                .roles(COURSE_MANAGEMENT)
                .on(
                        POST,
                        "/api/cohorts/{id}/publication",
                        "/api/cohorts/{id}/closing",
                        "/api/cohorts/{id}/cancellation")
                .roles(COURSE_MANAGEMENT)
                .on(GET, "/api/candidates", "/api/candidates/{id}")
                .roles(ADMISSIONS)
                .on(
                        POST,
                        "/api/candidates/{id}/admission",
                        "/api/candidates/{id}/waitlisting",
                        "/api/candidates/{id}/decline",
                        "/api/candidates/{id}/legal-basis",
                        "/api/candidates/{id}/undo")
                .roles(ADMISSIONS)
                .on(GET, "/api/participations", "/api/participations/{id}")
                .roles(COURSE_MANAGEMENT, TRAINER)
                .on(PUT, "/api/participations/{id}/modules/{moduleId}")
                .roles(COURSE_MANAGEMENT, TRAINER)
                .on(
                        POST,
                        "/api/participations/{id}/modules/{moduleId}/correction",
                        "/api/cohorts/{id}/modules/{moduleId}/completions")
                .roles(COURSE_MANAGEMENT, TRAINER)
                .on(GET, "/api/cohort/dead-letters")
                .roles(OPERATIONS)
                .on(POST, "/api/cohort/dead-letters/{id}/replay")
                .roles(OPERATIONS);
    }

    private static Access pages(Access access) {
        return access.on(GET, "/staff/cohort")
                .roles(ADMISSIONS, COURSE_MANAGEMENT, TRAINER)
                .on(GET, "/staff/cohort/cohorts")
                .roles(ADMISSIONS, COURSE_MANAGEMENT, TRAINER)
                .on(GET, "/staff/cohort/cohorts/new")
                .roles(COURSE_MANAGEMENT)
                .on(POST, "/staff/cohort/cohorts")
                .roles(COURSE_MANAGEMENT)
                .on(GET, "/staff/cohort/cohorts/{id}")
                .roles(ADMISSIONS, COURSE_MANAGEMENT, TRAINER)
                .on(POST, "/staff/cohort/cohorts/{id}")
                .roles(COURSE_MANAGEMENT)
                .on(
                        GET,
                        "/staff/cohort/cohorts/{id}/edit",
                        "/staff/cohort/cohorts/{id}/publication",
                        "/staff/cohort/cohorts/{id}/closing",
                        "/staff/cohort/cohorts/{id}/cancellation")
                .roles(COURSE_MANAGEMENT)
                .on(
                        POST,
                        "/staff/cohort/cohorts/{id}/publication",
                        "/staff/cohort/cohorts/{id}/closing",
                        "/staff/cohort/cohorts/{id}/cancellation")
                .roles(COURSE_MANAGEMENT)
                .on(GET, "/staff/cohort/queue", "/staff/cohort/queue/{id}", "/staff/cohort/candidates/{id}")
                .roles(ADMISSIONS)
                .on(
                        POST,
                        "/staff/cohort/candidates/{id}/decision",
                        "/staff/cohort/candidates/{id}/legal-basis",
                        "/staff/cohort/candidates/{id}/undo")
                .roles(ADMISSIONS)
                .on(
                        GET,
                        "/staff/cohort/cohorts/{id}/participants",
                        "/staff/cohort/participants/{id}",
                        "/staff/cohort/cohorts/{id}/modules/{moduleId}")
                .roles(COURSE_MANAGEMENT, TRAINER)
                .on(
                        POST,
                        "/staff/cohort/participants/{id}/modules/{moduleId}",
                        "/staff/cohort/participants/{id}/modules/{moduleId}/correction",
                        "/staff/cohort/cohorts/{id}/modules/{moduleId}")
                .roles(COURSE_MANAGEMENT, TRAINER);
    }
}
