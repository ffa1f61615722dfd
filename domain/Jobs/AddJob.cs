using MediatR;

namespace LiveFeed.Domain.Jobs;

/// <summary>Writes a job down, unless there is one with its id.</summary>
public sealed record AddJob(string Id, string Kind, string Payload, DateTimeOffset DueAt) : ICommand<Done>;

internal sealed class AddJobHandler(IJobStore jobs, TimeProvider time) : IRequestHandler<AddJob, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddJob command, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(command.Id) is null)
            jobs.Add(new Job { Id = command.Id, Kind = command.Kind, Payload = command.Payload, CreatedAt = time.Now(), DueAt = command.DueAt });
        return new Done();
    }
}
