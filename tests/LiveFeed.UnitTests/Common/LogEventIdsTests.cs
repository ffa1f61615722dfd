using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Domain;
using LiveFeed.Infrastructure;
using Microsoft.Extensions.Logging;

namespace LiveFeed.UnitTests.Common;

public sealed class LogEventIdsTests
{
    private static readonly Dictionary<string, int> Ids =
        typeof(LogEventIds).GetFields().ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);

    [Fact]
    public void Every_id_is_unique() => Assert.Equal(Ids.Count, Ids.Values.Distinct().Count());

    [Fact]
    public void Every_log_message_has_an_id_of_the_list_and_every_id_has_a_message()
    {
        var used =
            from assembly in new[] { typeof(ErrorCode).Assembly, typeof(DependencyInjection).Assembly, typeof(Problem).Assembly }
            from type in assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select message.EventId;
        Assert.Equal(Ids.Values.Order(), used.Distinct().Order());
    }
}
