using System.Text;
using ChatAuth.Channels.Telegram;
using ChatAuth.Testing;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Updates as files, written as the library Telegram.Bot writes them down, and what the reader makes of them.</summary>
internal static class UpdateSample
{
    public const string Key =
        "sk-ant-api03-FAKE0FAKE1FAKE2FAKE3FAKE4FAKE5FAKE6FAKE7FAKE8FAKE9FAKE0FAKE1FAKE2FAKE3FAKE4FAKE5FAKE6FAKE7FAKE8FAKE9-FAKEFAKEAA";

    private const string Folder = "tests/ChatAuth.Channels.Tests/Telegram/Updates";

    public static TelegramBot Bot { get; } = new(7000000001, "SampleModelBot", true);

    public static IEnumerable<string> Names => Repository.List(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    public static string Text(string name) => Repository.Read($"{Folder}/{name}.json");

    public static TelegramEvent Read(string name) => ReadText(Text(name));

    public static TelegramEvent ReadText(string json) => TelegramUpdateReader.Read(Encoding.UTF8.GetBytes(json), Bot);

    public static TelegramEvent.Said Said(string name) => (TelegramEvent.Said)Read(name);

    public static TelegramEvent.Overheard Overheard(string name) => (TelegramEvent.Overheard)Read(name);

    public static TelegramEvent.Tapped Tapped(string name) => (TelegramEvent.Tapped)Read(name);
}
