using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Jobs;

internal sealed class JobStore(DbSession session) : IJobStore
{
    public Task<Job?> FindAsync(string id) => session.FindAsync(id, db => db.Jobs.SingleOrDefaultAsync(job => job.Id == id));

    public void Add(Job job) => session.Add(job.Id, job);

    public void Remove(Job job) => session.Remove(job.Id, job);
}
