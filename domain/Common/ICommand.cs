using MediatR;

namespace LiveFeed.Domain;

/// <summary>A write. Runs in a transaction of its own, or together with others that are waiting (<see cref="IGroupCommit"/>).</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Marks every command, whatever it returns, for the behaviours.</summary>
public interface ICommand;
