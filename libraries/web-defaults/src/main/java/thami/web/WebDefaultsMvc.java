package thami.web;

import java.time.Duration;
import java.util.List;
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
        registry.addInterceptor(new Utf8Only());
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
}
