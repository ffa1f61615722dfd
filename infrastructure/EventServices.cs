using LiveFeed.Infrastructure.AcrossEvents;
using LiveFeed.Infrastructure.Announcements;
using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.ImportExport;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Schedules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>Events, reads across them, their schedules, announcements and imports.</summary>
internal static class EventServices
{
    public static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<EventOptions>().Bind(settings.GetSection("Events"))
            .Validate(
                options => EventTimeZone.IsValid(options.TimeZone),
                "LiveFeed:Events:TimeZone must be the IANA name of a time zone that this system has, such as Europe/Berlin, or UTC. (Is tzdata installed?)")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<EventOptions>>().Value;
            return new EventPolicy(options.AnyUserMayCreate, options.TimeZone);
        });
        return services;
    }

    public static IServiceCollection AddAcrossEvents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<AcrossEventsOptions>().Bind(settings.GetSection("AcrossEvents")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new AcrossEventsPolicy(provider.GetRequiredService<IOptions<AcrossEventsOptions>>().Value.MaxNewest));
        return services;
    }

    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ScheduleOptions>().Bind(settings.GetSection("Schedules")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new SchedulePolicy(provider.GetRequiredService<IOptions<ScheduleOptions>>().Value.MinRest));
        return services;
    }

    public static IServiceCollection AddAnnouncements(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<AnnouncementOptions>().Bind(settings.GetSection("Announcements")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new AnnouncementPolicy(provider.GetRequiredService<IOptions<AnnouncementOptions>>().Value.MaxPerEvent));
        services.AddScoped<IJobHandler, AnnouncementEndJob>();
        return services;
    }

    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ImportOptions>().Bind(settings.GetSection("Imports")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ImportOptions>>().Value;
            return new ImportPolicy(options.MaxItems, options.MaxPlannedMatches, options.ItemsPerTransaction);
        });
        return services;
    }
}
