FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY domain/LiveFeed.Domain.csproj domain/packages.lock.json domain/
COPY infrastructure/LiveFeed.Infrastructure.csproj infrastructure/packages.lock.json infrastructure/
COPY api/LiveFeed.Api.csproj api/packages.lock.json api/
RUN dotnet restore api/LiveFeed.Api.csproj --locked-mode
COPY LICENSE THIRD-PARTY-NOTICES ./
COPY domain/ domain/
COPY infrastructure/ infrastructure/
COPY api/ api/
RUN dotnet publish api/LiveFeed.Api.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN install -d -o $APP_UID -g $APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 LiveFeed__DataDirectory=/data
EXPOSE 8080
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["dotnet", "livefeed.dll", "health", "--url", "http://localhost:8080/health/ready"]
ENTRYPOINT ["dotnet", "livefeed.dll"]
