namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>A setting with a typing error is ignored, so nobody would notice one in the files of deploy.</summary>
public sealed class SettingNamesTests
{
    // Not bound to a class of options, so not in the list of public names.
    private static readonly string[] Others = ["LiveFeed:DataDirectory", "LiveFeed:Proxies:0"];

    [Theory]
    [InlineData(DeployFiles.Compose)]
    [InlineData("deploy/kubernetes/settings.yaml")]
    [InlineData("deploy/kubernetes/secrets.yaml.template")]
    [InlineData("deploy/systemd/livefeed.service")]
    public void Every_setting_is_one_that_LiveFeed_has(string file)
    {
        var names = Repository.Read("tests/LiveFeed.UnitTests/Compatibility/public-names.txt").Split('\n')
            .Where(line => line.StartsWith("setting ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).Concat(Others);
        var used = DeployFiles.Settings(file).Select(name => name.Replace("__", ":", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(used);
        Assert.Equal([], used.Except(names));
    }
}
