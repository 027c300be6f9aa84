using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Benchmarks;

/// <summary>A fake of Discord in a process of its own, which signs requests beforehand: a line of JSON each, in a file.</summary>
internal sealed class DiscordSigner : IDisposable
{
    public const string ChildWord = "discord-as-child";

    public const int Channels = 200;
    private readonly Process _process;
    private readonly string _directory = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;

    private DiscordSigner(Process process, string[] words)
    {
        _process = process;
        (BaseUrl, Application, PublicKey, Token, Guild) = (new Uri(words[0]), words[1], words[2], words[3], words[4]);
    }

    public Uri BaseUrl { get; }

    public string Application { get; }

    public string PublicKey { get; }

    public string Token { get; }

    public string Guild { get; }

    public static async Task<DiscordSigner> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, OwnWords(ChildWord)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new DiscordSigner(process, (await process.StandardOutput.ReadLineAsync())!.Split(' '));
    }

    /// <summary>The words after the program that start this one again.</summary>
    public static string[] OwnWords(params string[] words) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(DiscordSigner).Assembly.Location, .. words] : words;

    /// <summary>Has so many requests signed, each of its own, and waits until they are.</summary>
    /// <param name="kind"><c>ping</c>, <c>status</c>, or <c>pin</c> in each channel.</param>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<FakeDiscordSignedRequest>> SignAsync(string kind, int count)
    {
        var path = Path.Join(_directory, kind);
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{kind} {count} {path}"));
        await _process.StandardOutput.ReadLineAsync();
        return [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<FakeDiscordSignedRequest>(line, JsonSerializerOptions.Web)!)];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Says where it is, then signs as it is told on standard input. The people are in a guild of many channels.</summary>
    public static async Task RunChildAsync()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { RateLimits = false });
        var guild = discord.AddGuild("guild");
        var people = Enumerable.Range(0, Channels).Select(i => discord.AddPerson($"person-{i}")).ToList();
        foreach (var person in people) guild.Join(person);
        var channels = people.Select(person => guild.AddChannel(person.Username)).ToList();
        Console.WriteLine($"{discord.BaseUrl} {discord.ApplicationId} {discord.PublicKey} {discord.Token} {guild.Id}");
        while ((await Console.In.ReadLineAsync())?.Split(' ', 3) is [var kind, var count, var path])
        {
            var numbers = Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture));
            if (kind == "ping") await File.WriteAllLinesAsync(path, numbers.Select(i => JsonSerializer.Serialize(Ping(discord, i), JsonSerializerOptions.Web)));
            else await FakeDiscordServer.WriteSignedAsync(path, numbers.Select(i => channels[i % Channels].Slash(people[i % Channels], "model", ("choice", kind == "pin" ? "opus@anthropic:work" : "status"))));
            Console.WriteLine("done");
        }
    }

    private static FakeDiscordSignedRequest Ping(FakeDiscordServer discord, int number) => discord.Sign(
        $$"""{"app_permissions":"0","application_id":"{{discord.ApplicationId}}","authorizing_integration_owners":{},"entitlements":[],"id":"{{number + 1}}","token":"FAKE-ping-{{number}}","type":1,"user":{"id":"{{discord.ApplicationId}}","username":"chatauth-test","bot":true},"version":1}""");
}
