package vn.songhanh.contacts.contact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.contacts.source.Sources;
import vn.songhanh.contacts.source.SourcesChanged;
import vn.songhanh.workspace.events.EventConsumer;

/** When the company calls a source otherwise, so are the contacts that came from it. */
@Configuration(proxyBeanMethods = false)
class ContactsGoByTheirSources {

    @Bean
    EventConsumer sourcesOfContacts(Sources sources) {
        return EventConsumer.named("contacts.sources").on(SourcesChanged.class, told -> sources.rename());
    }
}
