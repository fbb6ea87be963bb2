package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import thami.testing.openapi.EveryDoor;

/// Every door with bad input; who may enter is the business of [RolesTest].
class DoorsTest extends WholeService {

    @TestFactory
    Stream<DynamicNode> whatTheInterfaceDoesNotAllowIsRefused(@Autowired EveryDoor doors) {
        return doors.sample("sha256", "ab".repeat(32)).tests();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    POST | /api/entitlements/{id}/release     | {"sha256":"abc"}                | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":"SHA"}                | 404
                    GET  | /api/certificates/verify/x         |                                 | 404
                    GET  | /api/certificates/verify/💥        |                                 | 404
                    GET  | /api/nothing                       |                                 | 404
                    """)
    void answersBadInputWithAProblem(String method, String path, String body, int status) {
        var request = http.method(HttpMethod.valueOf(method))
                .uri(path, "8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a99")
                .header("Authorization", certification())
                .header("Content-Type", "application/json");
        var answer = (body == null ? request : request.body(body.replace("SHA", "ab".repeat(32)))).exchange();
        var problem = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem).contains("\"detail\"").doesNotContain("Exception", "thami.certificate.", "\tat ");
    }
}
