package thami.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;
import thami.web.Access;
import thami.web.PublicAddress;
import thami.web.ServiceName;
import thami.web.Staff;

/// `/v3/api-docs` of each service: its interfaces only, with problems and roles.
@AutoConfiguration
class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class); // who signed in is no parameter
    }

    @Bean
    OpenApiCustomizer problemsInOpenApi(ServiceName service, PublicAddress address, Access access) {
        return api -> {
            api.setInfo(new Info().title("ThAMI " + service).version("1"));
            api.setServers(List.of(new Server().url(address.base().toString())));
            api.schema("Problem", problem());
            api.getComponents().getSchemas().computeIfPresent("JsonNode", (_, _) -> anything());
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
            if (api.getPaths() == null) return;
            api.getPaths().forEach((path, item) -> describe(path, item, access));
        };
    }

    private static void describe(String path, PathItem item, Access access) {
        item.readOperationsMap().forEach((method, operation) -> {
            problem(operation, "400", "The request is malformed or an entry is not right.");
            problem(operation, "503", "Not available right now; nothing was changed.");
            if (method != PathItem.HttpMethod.GET) problem(operation, "413", "More than 1 MB.");
            if (operation.getRequestBody() != null) {
                problem(operation, "409", "Not possible as things stand.");
                problem(operation, "415", "Not JSON in UTF-8.");
                problem(operation, "422", "Understood, but not possible.");
            }
            if (path.contains("{") || asksFor(operation, "query")) problem(operation, "404", "There is no such thing.");
            if (asksFor(operation, "header", "If-Match")) {
                problem(operation, "412", "Somebody else was faster.");
                problem(operation, "428", "Which version is meant?");
            }
            var roles = roles(access, HttpMethod.valueOf(method.name()), path);
            if (roles.isEmpty()) return;
            operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
            problem(operation, "401", "Not signed in.");
            problem(operation, "403", "Needs one of the roles " + String.join(", ", roles) + ".");
        });
    }

    private static boolean asksFor(Operation operation, String place, String... names) {
        var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        return parameters.stream()
                .filter(parameter -> place.equals(parameter.getIn()) && Boolean.TRUE.equals(parameter.getRequired()))
                .anyMatch(parameter -> names.length == 0 || List.of(names).contains(parameter.getName()));
    }

    private static List<String> roles(Access access, HttpMethod method, String path) {
        var concrete = org.springframework.http.server.PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return access.all().stream()
                .filter(rule -> rule.method().equals(method))
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.path()).matches(concrete))
                .findFirst()
                .map(rule -> rule.roles().stream().sorted().toList())
                .orElse(List.of());
    }

    private static void problem(Operation operation, String status, String description) {
        if (operation.getResponses().containsKey(status)) return;
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(content));
    }

    /// Otherwise the Java class would be described, getter by getter.
    private static Schema<?> anything() {
        return new Schema<>().description("Any JSON.");
    }

    private static Schema<?> problem() {
        var error =
                new ObjectSchema().addProperty("field", new StringSchema()).addProperty("message", new StringSchema());
        Map<String, Schema> members = new LinkedHashMap<>();
        members.put("type", new StringSchema().format("uri"));
        members.put("title", new StringSchema());
        members.put("status", new IntegerSchema());
        members.put(
                "detail", new StringSchema().description("A sentence for people, in the language of Accept-Language."));
        members.put("code", new StringSchema().description("What programs may rely on."));
        members.put("errors", new ArraySchema().items(error));
        return new ObjectSchema().properties(members).description("RFC 9457");
    }
}
