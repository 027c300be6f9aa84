using ChatAuth.Testing;

namespace ChatAuth.Tests.Packages;

/// <summary>An empty project that installs the package from a folder, without a network.</summary>
[Proof]
internal sealed class InstalledPackageTests
{
    [Test]
    public async Task Snippet_of_the_readme_answers_in_an_empty_project()
    {
        var packed = await PackedSolution.GetAsync();
        var (folder, home) = (packed.NewFolder(), packed.NewFolder());
        await File.WriteAllTextAsync(Path.Combine(folder, "Bot.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), ProgramOf(PackagesPageTests.SnippetOf("README.md")));
        (await DotnetRun.AloneAsync(folder, home, DotnetRun.Dotnet, "build", "--configfile", packed.NuGetConfiguration, "-nologo")).Succeeded();

        var run = (await DotnetRun.AloneAsync(home, home, DotnetRun.Dotnet, Path.Combine(folder, "bin", "Debug", "net10.0", "Bot.dll"), "/model echo", "Who pays?")).Succeeded();

        Assert.That(run.Output, Does.Contain("demo/echo").And.Contain("heard: Who pays?"));
        Assert.That(File.Exists(Path.Combine(home, ".chatauth", "chatauth.db")));
    }

    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ChatAuth" Version="{PackedSolution.Version}" />
            <PackageReference Include="Microsoft.Extensions.Hosting" Version="{PackedSolution.Pinned("Microsoft.Extensions.Hosting")}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>A bot around the snippet: each argument is a message of person 7.</summary>
    private static string ProgramOf(string snippet)
    {
        var parts = snippet.Split("\n\n", 2);
        return $$"""
            using ChatAuth;
            using ChatAuth.Channels;
            using ChatAuth.Core;
            using ChatAuth.Core.Access;
            using ChatAuth.Core.Commands;
            using ChatAuth.Core.Sessions;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ChatAuth:Access:Rules:0:Id"] = "me", ["ChatAuth:Access:Rules:0:People:0"] = "console:7", ["ChatAuth:Access:Rules:0:Rights:0"] = "all",
                ["Logging:LogLevel:Default"] = "Warning",
            });
            {{parts[0]}}
            using var host = builder.Build();
            await host.StartAsync();
            var chatAuth = host.Services.GetRequiredService<IChatAuth>();
            List<ChatMessage> history = [];
            var ct = CancellationToken.None;
            foreach (var text in args)
            {
                var context = new CommandContext
                {
                    Asker = new Asker(new Person("console", 7), new SessionKey("console", "embed", "7"), IsPrivate: true),
                    Cause = new ChangeCause($"console:embed:{Guid.NewGuid():n}"),
                };
                {{parts[1]}}
            }
            await host.StopAsync();

            static Task Send(string text) => Console.Out.WriteLineAsync(text);
            """;
    }
}
