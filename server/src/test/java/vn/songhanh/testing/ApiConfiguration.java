package vn.songhanh.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import vn.songhanh.workspace.access.ApiKeys;
import vn.songhanh.workspace.access.Setup;
import vn.songhanh.workspace.access.StandIns;
import vn.songhanh.workspace.access.Viewers;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Teams;

@TestConfiguration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    Api api(
            Environment environment,
            Setup setup,
            Members members,
            Teams teams,
            ApiKeys keys,
            Viewers viewers,
            StandIns standIns) {
        return new Api(environment, setup, members, teams, keys, viewers, standIns);
    }
}
