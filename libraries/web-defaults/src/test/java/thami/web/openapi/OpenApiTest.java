package thami.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Test
    void saysWhatIsRefusedAndWhoMay() {
        var http = new Http(port);
        var answer = http.send(http.to("/v3/api-docs"));
        assertThat(answer.statusCode()).isEqualTo(200);

        var api = JsonMapper.shared().readTree(answer.body());
        var me = api.at("/paths/~1api~1me/get");
        assertThat(me.at("/responses/403/description").asString()).contains("admissions, audit");
        assertThat(me.at("/security/0/bearer").isArray()).isTrue();
        assertThat(me.path("parameters").isMissingNode())
                .as("who signed in is no parameter")
                .isTrue();
        var create = api.at("/paths/~1api~1things/post");
        assertThat(create.path("security").isMissingNode()).isTrue();
        assertThat(create.path("responses").propertyNames()).contains("201", "400", "413", "415", "503");
        assertThat(create.at("/responses/400/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/"));
    }
}
