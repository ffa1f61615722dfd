global using LiveFeed.Domain;
global using LiveFeed.Domain.Access;
global using LiveFeed.Domain.Claims;
global using LiveFeed.Domain.Coverage;
global using LiveFeed.Domain.Events;
global using LiveFeed.Domain.Feed;
global using LiveFeed.Domain.Scores;
