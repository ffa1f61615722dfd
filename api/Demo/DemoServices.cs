namespace LiveFeed.Api.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new DemoSettings { Enabled = environment.IsDevelopment() };
        configuration.GetSection("LiveFeed:Demo").Bind(settings);
        services.AddSingleton(settings);
        if (settings.Enabled)
            services.AddHostedService<DemoService>();
        return services;
    }
}
