package thami.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Our part of Spring MVC's own configuration.
class WebDefaultsMvc implements WebMvcConfigurer {

    private final ServiceName service;
    private final PublicAddress address;
    private final ProblemResolver problems;

    WebDefaultsMvc(ServiceName service, PublicAddress address, ProblemResolver problems) {
        this.service = service;
        this.address = address;
        this.problems = problems;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageCookie(address));
        registry.addInterceptor(new PageInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
    }

    /// Directly behind the advices: Spring's own resolvers would answer with a bare status.
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, problems);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(service.assetsPath() + "/**")
                .addResourceLocations("classpath:/thami/web/assets/", "classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new StrictUuid());
    }

    /// Java itself reads `1-1-1-1-1` as a UUID, so one id would have many spellings.
    private static final class StrictUuid implements Converter<String, UUID> {

        @Override
        public UUID convert(String text) {
            var id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException("not a UUID");
            return id;
        }
    }
}
