using MediatR;

namespace LiveFeed.Api.Hosting;

internal static class DomainServices
{
    /// <summary>Adds MediatR with every handler of the domain, the behaviours in their order, and the domain's own services.</summary>
    public static IServiceCollection AddDomain(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        // They keep nothing, so the scope needn't keep them: a write makes a dozen.
        services.Scan(scan => scan.FromAssemblyOf<ICommand>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo<IDomainService>(), publicOnly: false).AsSelf().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IDerivedState>(), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
        foreach (var behaviour in Pipeline.Behaviours)
            services.AddTransient(typeof(IPipelineBehavior<,>), behaviour);
        return services;
    }
}
