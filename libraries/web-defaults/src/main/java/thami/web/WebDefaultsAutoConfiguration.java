package thami.web;

import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/// Everything on the way of a request but sign-in and sessions, which have configurations of their own.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
        })
@EnableConfigurationProperties(ThamiProperties.class)
class WebDefaultsAutoConfiguration {

    @Bean
    static ServiceName serviceName(Environment environment) {
        return ServiceName.of(environment);
    }

    @Bean
    PublicAddress publicAddress(ThamiProperties properties) {
        var url = properties.publicUrl();
        return new PublicAddress(url != null ? url : URI.create("http://localhost:8080"));
    }

    @Bean
    Links links(ThamiProperties properties) {
        return Links.of(properties.links().keys());
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
    }

    @Bean
    StrictValues strictValues() {
        return new StrictValues();
    }

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "thami/web/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(java.util.Locale.GERMAN);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Problems problems(
            MessageSource messages, LocaleResolver locales, JsonMapper json, ObjectProvider<ViewResolver> pages) {
        return new Problems(new ProblemRenderer(messages, locales, json, pages));
    }

    @Bean
    ProblemResolver problemResolver(Problems problems) {
        return new ProblemResolver(problems);
    }

    @Bean
    ProblemController problemController(Problems problems) {
        return new ProblemController(problems);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(ProblemResolver problems) {
        return first(new ProblemFilter(problems), 10);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        return first(new BodyLimit(), 20);
    }

    /// Before the filter that reads the session (`Integer.MIN_VALUE + 50`).
    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter, int position) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
        return registration;
    }

    @Bean
    WebDefaultsMvc webDefaultsMvc(ServiceName service, PublicAddress address, ProblemResolver problems) {
        return new WebDefaultsMvc(service, address, problems);
    }

    @Bean
    StyleSheet thamiStyleSheet() {
        return new StyleSheet();
    }

    @Bean
    Site site(ServiceName service, StyleSheet styles, ObjectProvider<StaffMenu> menu, Access access) {
        return new Site(service, styles.version(), menu.getIfAvailable(StaffMenu::of), access);
    }

    /// `${site…}` in every template, those of errors included.
    @Bean
    SmartInitializingSingleton siteInTemplates(ObjectProvider<ThymeleafViewResolver> templates, Site site) {
        return () -> templates.forEach(resolver -> resolver.addStaticVariable("site", site));
    }

    @Bean
    SimpleUrlHandlerMapping designSystem(ServiceName service, StyleSheet styles) {
        var script = Asset.of(
                StyleSheet.DESIGN_SYSTEM + "govuk-frontend.min.js", MediaType.parseMediaType("text/javascript"));
        return new SimpleUrlHandlerMapping(
                Map.<String, HttpRequestHandler>of(
                        service.assetsPath() + "/thami.css",
                        new Asset(styles.bytes(), MediaType.valueOf("text/css")),
                        service.assetsPath() + "/govuk-frontend.min.js",
                        script),
                Ordered.HIGHEST_PRECEDENCE + 100);
    }
}
