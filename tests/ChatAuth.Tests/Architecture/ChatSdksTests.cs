using System.Diagnostics;
using System.Xml.Linq;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>The switch <c>ChatSdks</c>: who is behind it, and what those are told who use a bridge that was built without it.</summary>
internal sealed class ChatSdksTests
{
    private static readonly string[] Sdks = ["Discord.Net", "Telegram.Bot", "Stateless"];

    private static IEnumerable<string> Projects => new[] { "src", "tests", "samples", "bench" }.SelectMany(folder => Repository.List(folder, "*.csproj"));

    private static IEnumerable<string> Bridges => Repository.List("src", "*ServiceCollectionExtensions.Shell.cs").Select(path => path.Split('/')[1]).Distinct();

    [TestCaseSource(nameof(Projects))]
    public void Package_of_an_sdk_is_referenced_behind_the_switch_only(string path)
    {
        var project = XDocument.Parse(Repository.Read(path));

        var references = project.Descendants("PackageReference").Where(reference => Sdks.Any(sdk => $"{reference.Attribute("Include")?.Value}".StartsWith(sdk, StringComparison.Ordinal))).ToList();

        Assert.That(references, Has.All.Matches<XElement>(reference => reference?.Attribute("Condition")?.Value == "'$(ChatSdks)' == 'true'"));
        // The measurements are no shell without the switch: only those of an SDK are left out.
        if (references.Count > 0 && !path.StartsWith("bench/", StringComparison.Ordinal)) Assert.That(project.Descendants("Import").Select(import => import.Attribute("Project")!.Value), Has.Some.EndsWith("ChatSdks.props"));
    }

    [TestCase("ChatAuth.DiscordNet", "provider.ToString()!.UseChatAuth(provider); services.AddChatAuthDiscordNet(options => options.Ask = false); services.AddChatAuthDiscordNet();")]
    [TestCase("ChatAuth.TelegramBot", "_ = services.TryHandleAsync(services, provider); services.AddChatAuthTelegramBot(options => options.IsOnlyBot = true); services.AddChatAuthTelegramBot();")]
    public async Task Use_of_a_bridge_that_was_built_without_its_sdk_is_an_error_that_names_the_switch(string bridge, string use)
    {
        var errors = await CompileAsync(bridge, use);

        Assert.That(errors, Has.Count.EqualTo(3).And.All.Contains("-p:ChatSdks=true").And.All.Contains("CHATAUTH001"));
    }

    [TestCaseSource(nameof(Bridges))]
    public async Task Bridge_that_is_not_used_costs_nothing_without_its_sdk(string bridge) =>
        Assert.That(await CompileAsync(bridge, "_ = services.Count + provider.GetHashCode();"), Is.Empty);

    /// <summary>The errors of a program that does this with the shell.</summary>
    private static async Task<IReadOnlyList<string>> CompileAsync(string bridge, string statements)
    {
        var folder = Directory.CreateTempSubdirectory("chatauth-shell-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Use.cs"), $$"""
                using {{bridge}};
                using Microsoft.Extensions.DependencyInjection;
                internal static class Use { public static void It(IServiceCollection services, System.IServiceProvider provider) { {{statements}} } }
                """);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Use.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
                  <ItemGroup>
                    <Compile Include="{Repository.PathOf($"src/{bridge}")}/*.Shell.cs" />
                    <Compile Include="{Repository.PathOf("src/ChatSdks.Shell.cs")}" />
                    <Reference Include="{typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location}" />
                  </ItemGroup>
                </Project>
                """);
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["build", "-nologo", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
            {
                WorkingDirectory = folder.FullName, RedirectStandardOutput = true,
            };
            using var build = Process.Start(start)!;
            var output = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            return [.. output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
